package dev.godwit.referee.hibernate;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Stands in for the container that the application has at run time.
 *
 * <p>A converter, user type or strategy that can be instantiated is. One that needs its container (constructor
 * injection) is allocated without running a constructor: its class, and so the types that it declares, is all that the
 * schema depends on.
 */
final class StubbingContainer implements BeanContainer {

    private record Bean<B>(Class<B> type, B instance) implements ContainedBean<B> {

        @Override
        public B getBeanInstance() {
            return instance;
        }

        @Override
        public Class<B> getBeanClass() {
            return type;
        }
    }

    @Override
    public <B> ContainedBean<B> getBean(
            Class<B> type, LifecycleOptions lifecycle, BeanInstanceProducer fallbackProducer) {
        try {
            return new Bean<>(type, fallbackProducer.produceBeanInstance(type));
        } catch (RuntimeException | LinkageError e) {
            return new Bean<>(type, Allocation.allocate(type));
        }
    }

    @Override
    public <B> ContainedBean<B> getBean(
            String name, Class<B> type, LifecycleOptions lifecycle, BeanInstanceProducer fallbackProducer) {
        try {
            return new Bean<>(type, fallbackProducer.produceBeanInstance(name, type));
        } catch (RuntimeException | LinkageError e) {
            return new Bean<>(type, Allocation.allocate(type));
        }
    }

    @Override
    public void stop() {
        // nothing is held
    }
}
